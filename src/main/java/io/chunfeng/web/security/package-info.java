/** Who is signed in, and who may enter where. */
package io.chunfeng.web.security;
