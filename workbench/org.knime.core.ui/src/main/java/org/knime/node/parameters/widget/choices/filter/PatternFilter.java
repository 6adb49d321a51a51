package org.knime.node.parameters.widget.choices.filter;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.node.parameters.persistence.Persistable;

/** Names that match a pattern, or do not. An empty regular expression matches none. */
final class PatternFilter implements Persistable {

    String m_pattern = "";

    boolean m_isCaseSensitive;

    boolean m_isInverted;

    Predicate<String> toRegexPredicate() {
        final String pattern = cased(m_pattern);
        final Predicate<String> matches =
            pattern.isEmpty() ? name -> false : Pattern.compile("^" + pattern + "$").asPredicate();
        return directed(matches);
    }

    /** * stands for any characters, ? for one. */
    Predicate<String> toWildcardPredicate() {
        final StringBuilder regex = new StringBuilder();
        cased(m_pattern).chars().forEach(c -> regex.append(switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf((char)c));
        }));
        return directed(Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate());
    }

    private Predicate<String> directed(final Predicate<String> matches) {
        return name -> matches.test(cased(name)) != m_isInverted;
    }

    private String cased(final String text) {
        return m_isCaseSensitive ? text : text.toLowerCase(Locale.ROOT);
    }
}
