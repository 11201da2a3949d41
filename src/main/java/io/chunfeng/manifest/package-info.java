/** 花名册: the named passengers of a group. What is personal leaves this package masked, sealed, or on purpose. */
package io.chunfeng.manifest;
