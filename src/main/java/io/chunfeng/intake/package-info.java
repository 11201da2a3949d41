/** Files of counties: table reading (any table), the columns of groups, what a file would change. Units in the names. */
package io.chunfeng.intake;
