/** The demo campaign: synthetic, sized on real figures, the same on every machine. No real person's data. */
package io.chunfeng.demo;
