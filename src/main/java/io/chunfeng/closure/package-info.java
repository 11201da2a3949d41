/** 封路: what closing roads changes, for the groups that travel and the trips that are planned. */
package io.chunfeng.closure;
