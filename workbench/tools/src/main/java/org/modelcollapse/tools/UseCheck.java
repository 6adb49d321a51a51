package org.modelcollapse.tools;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Holds code that uses KNIME against KNIME: every KNIME type and member that it refers to exists and may be used so, its packages are exported to the bundle,
 * nothing abstract is left out and nothing final overridden.
 */
final class UseCheck implements Uses.Sink {

    private final Bundles code;
    private final Types types;
    private final Set<String> packages;
    private final SortedSet<String> differences = new TreeSet<>();
    private String user;
    private int checked;

    /**
     * @param code that uses KNIME
     * @param knime the installation's bundles
     * @param required symbolic names of the bundles that the code's bundle requires
     */
    UseCheck(final Bundles code, final Bundles knime, final String... required) {
        this.code = code;
        this.types = new Types(code, knime);
        this.packages = knime.visiblePackages(required);
    }

    /** @return a line for each difference, sorted */
    SortedSet<String> run() {
        for (final String name : code.typeNames()) {
            user = name;
            new ClassReader(code.bytes(name)).accept(new Uses(this), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            checkInheritance(code.find(name));
        }
        return differences;
    }

    /** @return how many references were looked at */
    int checked() {
        return checked;
    }

    private void differ(final String what) {
        differences.add(ClassInfo.readable(user) + ": " + what);
    }

    private static boolean isKnime(final String type) {
        return type.startsWith(CheckKnime.ROOT);
    }

    @Override
    public void type(final String name) {
        if (!isKnime(name) || code.find(name) != null) {
            return;
        }
        checked++;
        final ClassInfo found = types.find(name);
        if (found == null) {
            differ("KNIME has no type " + ClassInfo.readable(name));
        } else if (!types.isVisible(found)) {
            differ(ClassInfo.readable(name) + " is not visible in KNIME");
        } else if (!packages.contains(found.packageName())) {
            differ("the package " + found.packageName() + " is not exported to this bundle in KNIME");
        }
    }

    @Override
    public void member(final String owner, final String key, final boolean isStatic, final Boolean onInterface) {
        // what the code inherits from KNIME it calls on its own types
        if (types.withSupertypes(owner).keySet().stream().noneMatch(t -> isKnime(t) && code.find(t) == null)) {
            return;
        }
        checked++;
        final String subject = ClassInfo.readable(owner) + "." + key;
        final Types.Found found = key.startsWith("<init>") ? constructor(owner, key) : types.findMember(owner, key);
        if (found == null) {
            differ("KNIME has no " + subject);
            return;
        }
        if (code.find(found.type().name()) != null) {
            return;
        }
        if (found.member().is(Opcodes.ACC_STATIC) != isStatic) {
            differ(subject + (isStatic ? " is not static in KNIME" : " is static in KNIME"));
        }
        final boolean inherited = types.withSupertypes(user).containsKey(found.type().name());
        if (!found.member().is(Opcodes.ACC_PUBLIC) && !(found.member().is(Opcodes.ACC_PROTECTED) && (inherited || isEnclosedBySubclass(found.type().name())))) {
            differ(subject + " may not be used from here in KNIME");
        }
        if (onInterface != null && onInterface != types.find(owner).is(Opcodes.ACC_INTERFACE)) {
            differ(ClassInfo.readable(owner) + (onInterface ? " is no interface in KNIME" : " is an interface in KNIME"));
        }
    }

    private boolean isEnclosedBySubclass(final String protector) {
        for (int dollar = user.lastIndexOf('$'); dollar > 0; dollar = user.lastIndexOf('$', dollar - 1)) {
            if (types.withSupertypes(user.substring(0, dollar)).containsKey(protector)) {
                return true;
            }
        }
        return false;
    }

    private Types.Found constructor(final String owner, final String key) {
        final ClassInfo type = types.find(owner);
        final ClassInfo.Member member = type.members().get(key);
        return member == null ? null : new Types.Found(type, member);
    }

    @Override
    public void annotation(final String name, final Set<String> elements) {
        final ClassInfo found = isKnime(name) ? types.find(name) : null;
        if (found == null || code.find(name) != null) {
            return;
        }
        for (final String element : elements) {
            checked++;
            if (found.members().keySet().stream().noneMatch(k -> k.startsWith(element + "("))) {
                differ("in KNIME @" + ClassInfo.readable(name) + " has no element " + element);
            }
        }
        found.members().forEach((key, member) -> {
            final String element = key.substring(0, Math.max(0, key.indexOf('(')));
            if (member.is(Opcodes.ACC_ABSTRACT) && !member.hasDefault() && !elements.contains(element)) {
                differ("in KNIME @" + ClassInfo.readable(name) + " needs the element " + element);
            }
        });
    }

    @Override
    public void lambda(final String functionalInterface, final String key) {
        final ClassInfo found = isKnime(functionalInterface) ? types.find(functionalInterface) : null;
        if (found == null || code.find(functionalInterface) != null) {
            return;
        }
        checked++;
        final SortedSet<String> open = new TreeSet<>();
        types.withSupertypes(functionalInterface).values().forEach(t -> t.members().forEach((k, m) -> {
            if (m.is(Opcodes.ACC_ABSTRACT)) {
                open.add(k);
            }
        }));
        if (!open.contains(key)) {
            differ("in KNIME " + ClassInfo.readable(functionalInterface) + " has no abstract " + key + ", which is written as a lambda here");
        }
        open.removeIf(k -> k.equals(key) || isImplementedIn(functionalInterface, k) || types.findMember("java/lang/Object", k) != null);
        open.forEach(k -> differ("in KNIME " + ClassInfo.readable(functionalInterface) + " also has the abstract " + k + ", so it cannot be a lambda"));
    }

    private boolean isImplementedIn(final String type, final String key) {
        return !types.findMember(type, key).member().is(Opcodes.ACC_ABSTRACT);
    }

    private void checkInheritance(final ClassInfo type) {
        final var all = types.withSupertypes(type.name());
        for (final ClassInfo supertype : all.values()) {
            if (isKnime(supertype.name()) && code.find(supertype.name()) == null) {
                checkInheritance(type, supertype);
            }
        }
    }

    private void checkInheritance(final ClassInfo type, final ClassInfo supertype) {
        if (supertype.is(Opcodes.ACC_FINAL)) {
            differ(ClassInfo.readable(supertype.name()) + " is final in KNIME");
        }
        supertype.members().forEach((key, member) -> {
            checked++;
            final ClassInfo.Member own = type.members().get(key);
            if (own != null && member.is(Opcodes.ACC_FINAL) && member.isVisible() && !key.startsWith("<init>") && key.contains("(")) {
                differ("overrides " + key + ", which is final in KNIME's " + ClassInfo.readable(supertype.name()));
            }
            if (member.is(Opcodes.ACC_ABSTRACT) && !type.is(Opcodes.ACC_ABSTRACT) && types.findMember(type.name(), key).member().is(Opcodes.ACC_ABSTRACT)
                && !isImplementedBySuperclass(type, key)) {
                differ("does not implement " + key + " of KNIME's " + ClassInfo.readable(supertype.name()));
            }
        });
    }

    private boolean isImplementedBySuperclass(final ClassInfo type, final String key) {
        return types.withSupertypes(type.name()).values().stream().map(t -> t.members().get(key)).anyMatch(m -> m != null && !m.is(Opcodes.ACC_ABSTRACT));
    }
}
