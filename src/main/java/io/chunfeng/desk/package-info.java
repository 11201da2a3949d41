/** 调度台: plans under a dispatcher's hands: drafts (草案), the changes made to them, what each change does. */
package io.chunfeng.desk;
