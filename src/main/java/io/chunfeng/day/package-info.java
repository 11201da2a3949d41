/** 当日: the trips of today as they really go, what goes wrong, and what is done about it. Described in src/docs/day.md. */
package io.chunfeng.day;
