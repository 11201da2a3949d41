package io.chunfeng;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What people read in the terminal. Java 17 would print Chinese as question marks where no locale is set. */
final class Console {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private Console() {}

    static void out(String text) {
        print(System.out, FileDescriptor.out, text);
    }

    static void err(String text) {
        print(System.err, FileDescriptor.err, text);
    }

    private static void print(PrintStream stream, FileDescriptor descriptor, String text) {
        stream.flush();
        if (WINDOWS) {
            stream.println(text); // the console's own code page
            return;
        }
        // never closed: that would close the process's stream
        PrintStream utf8 = new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
        utf8.println(text);
    }
}
