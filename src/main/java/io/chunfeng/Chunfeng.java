package io.chunfeng;

public class Chunfeng {
    public static void main(String[] args) {}
}
