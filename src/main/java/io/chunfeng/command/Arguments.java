package io.chunfeng.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was typed: files in order and options by name, as {@code --name value} or {@code --name=value}. */
record Arguments(List<String> files, Map<String, String> options) {

    /**
     * @param args without the command's name
     * @param fileNames the files that the command takes, for messages
     * @param known names of its options
     */
    static Arguments parse(List<String> args, List<String> fileNames, Set<String> known) {
        List<String> files = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--")) {
                files.add(arg);
                continue;
            }
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            if (!known.contains(name)) {
                throw new UsageException("unknown option " + name);
            }
            if (equals < 0 && i + 1 == args.size()) {
                throw new UsageException("a value is missing after " + name);
            }
            String value = equals < 0 ? args.get(++i) : arg.substring(equals + 1);
            if (options.put(name, value) != null) {
                throw new UsageException(name + " is given twice");
            }
        }
        if (files.size() != fileNames.size()) {
            throw new UsageException(
                    "expected " + String.join(" and ", fileNames) + ", got " + files.size() + " files");
        }
        return new Arguments(files, options);
    }

    Path file(int index) {
        return path(files.get(index));
    }

    /** The option's path, or null when it was not given. */
    Path path(String option, String absent) {
        String value = options.getOrDefault(option, absent);
        return value == null ? null : path(value);
    }

    Path requiredPath(String option) {
        if (!options.containsKey(option)) {
            throw new UsageException(option + " is missing");
        }
        return path(option, null);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("not a file name: " + text);
        }
    }

    long whole(String option, long absent, long least, long most) {
        String value = options.get(option);
        if (value == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below like every other wrong value
        }
        throw new UsageException(option + " is " + value + ", expected a whole number from " + least + " to " + most);
    }
}
