/** Pages: server-rendered, Chinese first, working without JavaScript; forms and view records. */
package io.chunfeng.web;
