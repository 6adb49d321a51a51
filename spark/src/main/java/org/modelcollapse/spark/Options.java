package org.modelcollapse.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed behind a command: names and values, and words without a name. Immutable. */
final class Options {

    private final String command;

    private final Map<String, String> named;

    private final List<String> words;

    private Options(final String command, final Map<String, String> named, final List<String> words) {
        this.command = command;
        this.named = named;
        this.words = words;
    }

    /**
     * Reads what was typed.
     *
     * @param command the first word
     * @param typed the others: {@code --name value}, {@code --name=value}, {@code --flag}, or words
     * @param names the names that there may be
     * @param flags those of them that need no value
     */
    static Options of(final String command, final List<String> typed, final Set<String> names, final Set<String> flags) {
        final Map<String, String> named = new LinkedHashMap<>();
        final List<String> words = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            final String word = typed.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            final int equals = word.indexOf('=');
            final String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (!names.contains(name) && !flags.contains(name)) {
                throw Refusal.ofOptions("There is no option --" + name + " of " + command + "; there are --"
                    + String.join(", --", names.stream().sorted().toList())
                    + (flags.isEmpty() ? "" : ", --" + String.join(", --", flags.stream().sorted().toList())) + ".");
            }
            final String value;
            if (equals >= 0) {
                value = word.substring(equals + 1);
            } else if (flags.contains(name)) {
                value = "true";
            } else if (i + 1 < typed.size()) {
                value = typed.get(++i);
            } else {
                throw Refusal.ofOptions("The option --" + name + " needs a value.");
            }
            if (named.put(name, value) != null) {
                throw Refusal.ofOptions("The option --" + name + " is given twice.");
            }
        }
        return new Options(command, named, words);
    }

    /** The same with values for names that were not typed. */
    Options orElse(final Map<String, String> others) {
        final Map<String, String> all = new LinkedHashMap<>(others);
        all.putAll(named);
        return new Options(command, all, words);
    }

    List<String> words() {
        return words;
    }

    boolean has(final String name) {
        return named.containsKey(name);
    }

    Optional<String> text(final String name) {
        return Optional.ofNullable(named.get(name));
    }

    String required(final String name) {
        return text(name).orElseThrow(() -> Refusal.ofOptions(command + " needs the option --" + name + "."));
    }

    boolean flag(final String name) {
        final String value = named.getOrDefault(name, "false");
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.ofOptions("--" + name + " is " + value + ". Give true or false.");
        };
    }

    long whole(final String name, final long ifNone, final long least, final long most) {
        final String value = named.get(name);
        if (value == null) {
            return ifNone;
        }
        try {
            final long number = Long.parseLong(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (final NumberFormatException e) {
            // told below
        }
        throw Refusal.ofOptions("--" + name + " is " + value + ". Give a whole number from " + least + " to " + most + ".");
    }

    double notNegative(final String name, final double ifNone) {
        final String value = named.get(name);
        if (value == null) {
            return ifNone;
        }
        try {
            final double number = Double.parseDouble(value.strip());
            if (number >= 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (final NumberFormatException e) {
            // told below
        }
        throw Refusal.ofOptions("--" + name + " is " + value + ". Give a number of 0 or more.");
    }

    /** One of some words, written in small letters with hyphens or as the node's settings have it. */
    <E extends Enum<E>> E choice(final String name, final Class<E> type, final E ifNone) {
        final String value = named.get(name);
        if (value == null) {
            return ifNone;
        }
        final String constant = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(constant)).findFirst()
            .orElseThrow(() -> Refusal.ofOptions("--" + name + " is " + value + ". Give one of "
                + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Options::word).toList()) + "."));
    }

    private static String word(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names separated by commas; a comma in a name is written with a backslash before it. */
    List<String> list(final String name) {
        final String value = named.get(name);
        if (value == null) {
            return List.of();
        }
        final List<String> list = Arrays.stream(value.split("(?<!\\\\),")).map(v -> v.strip().replace("\\,", ","))
            .toList();
        if (list.stream().anyMatch(String::isEmpty)) {
            throw Refusal.ofOptions("--" + name + " is \"" + value + "\", which has an empty name.");
        }
        return list;
    }
}
