package otklik.routing.incident.core;

import java.util.List;

/**
 * A binding finding that whoever approves let pass, because the program is mistaken there.
 *
 * @param found what it had found, in its own words
 * @param reason why that is no mistake of the author's, in those of the approver
 */
public record LetPass(String check, String clause, List<String> found, String reason) {

    public LetPass {
        found = List.copyOf(found);
    }
}
