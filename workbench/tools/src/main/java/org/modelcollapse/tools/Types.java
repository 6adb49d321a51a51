package org.modelcollapse.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;

/** Types and members as a virtual machine finds them: in bundles, else in Java itself. */
final class Types {

    private final List<Function<String, ClassInfo>> places;
    private final Map<String, Optional<ClassInfo>> java = new HashMap<>();

    /** @param bundles where types are looked for, in this order, before Java itself */
    Types(final Bundles... bundles) {
        places = new ArrayList<>();
        for (final Bundles b : bundles) {
            places.add(b::find);
        }
        places.add(name -> java.computeIfAbsent(name, Types::inJava).orElse(null));
    }

    private static Optional<ClassInfo> inJava(final String name) {
        try (InputStream in = Object.class.getResourceAsStream("/" + name + ".class")) {
            return in == null || !name.startsWith("java") && !name.startsWith("org/w3c") && !name.startsWith("org/xml") ? Optional.empty()
                : Optional.of(ClassInfo.read(in.readAllBytes()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what the type declares, or null if it is nowhere */
    ClassInfo find(final String name) {
        for (final Function<String, ClassInfo> place : places) {
            final ClassInfo found = place.apply(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** @return whether other packages can name the type, as it and all that enclose it are public or protected */
    boolean isVisible(final ClassInfo type) {
        if (!type.isDeclaredVisible()) {
            return false;
        }
        final ClassInfo outer = type.enclosing() == null ? null : find(type.enclosing());
        return outer == null || isVisible(outer);
    }

    /** @return the type and all its supertypes, nearest classes first; those that are nowhere are left out */
    Map<String, ClassInfo> withSupertypes(final String name) {
        final Map<String, ClassInfo> all = new LinkedHashMap<>();
        for (ClassInfo type = find(name); type != null; type = type.superName() == null ? null : find(type.superName())) {
            all.put(type.name(), type);
        }
        final List<ClassInfo> open = new ArrayList<>(all.values());
        while (!open.isEmpty()) {
            for (final String next : open.remove(0).interfaces()) {
                final ClassInfo found = all.containsKey(next) ? null : find(next);
                if (found != null) {
                    all.put(next, found);
                    open.add(found);
                }
            }
        }
        final ClassInfo first = find(name);
        if (first != null && first.is(Opcodes.ACC_INTERFACE)) {
            all.put("java/lang/Object", find("java/lang/Object"));
        }
        return all;
    }

    /** Where a member was found. */
    record Found(ClassInfo type, ClassInfo.Member member) {
    }

    /** @return the member of the type or of the nearest supertype that has it, or null */
    Found findMember(final String type, final String key) {
        for (final ClassInfo candidate : withSupertypes(type).values()) {
            final ClassInfo.Member member = candidate.members().get(key);
            if (member != null) {
                return new Found(candidate, member);
            }
        }
        return null;
    }
}
