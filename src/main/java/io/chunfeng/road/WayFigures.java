package io.chunfeng.road;

/** What a way on the network adds up to. */
record WayFigures(double metres, long millis, double expresswayMetres) {}
