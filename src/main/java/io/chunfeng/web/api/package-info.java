/** REST for programs: the operations of the pages, with tokens, described by OpenAPI. Only what is under /api/v1 is documented. */
package io.chunfeng.web.api;
