package otklik.contracts.access;

import org.jspecify.annotations.Nullable;

/**
 * A role within a jurisdiction and, for those who work in one, an organ. In tokens: {@code executor@altai-krai/altai-krai.transport};
 * {@code *} stands for every jurisdiction.
 *
 * @param actingFor login of the absent person whose grant it is (VP-6, LP-5); null when it is the caller's own, as all in tokens are
 */
public record Grant(
        Role role,
        String jurisdiction,
        @Nullable String organ,
        @Nullable String actingFor) {

    public static final String EVERYWHERE = "*";

    public Grant(Role role, String jurisdiction, @Nullable String organ) {
        this(role, jurisdiction, organ, null);
    }

    /** The same, held for somebody who is away. */
    public Grant actingFor(String absent) {
        return new Grant(role, jurisdiction, organ, absent);
    }

    /** The same, whoever holds it. */
    Grant own() {
        return new Grant(role, jurisdiction, organ);
    }

    /** @throws IllegalArgumentException if the text is not {@code role@jurisdiction[/organ]} with a known role */
    public static Grant parse(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at == text.length() - 1) {
            throw new IllegalArgumentException("a grant is written role@jurisdiction[/organ], not '" + text + "'");
        }
        Role role = Role.of(text.substring(0, at));
        String scope = text.substring(at + 1);
        int slash = scope.indexOf('/');
        return slash < 0
                ? new Grant(role, scope, null)
                : new Grant(role, scope.substring(0, slash), scope.substring(slash + 1));
    }

    /** Whether this grant reaches {@code wanted}. */
    public boolean covers(String wanted) {
        return jurisdiction.equals(EVERYWHERE) || jurisdiction.equals(wanted);
    }

    @Override
    public String toString() {
        return role.wire() + '@' + jurisdiction + (organ == null ? "" : '/' + organ);
    }
}
