package otklik.routing.incident.core;

import java.util.List;
import otklik.contracts.incident.ReplyKind;
import otklik.regulation.ReplyRules;

/** Looks through the words of a reply for what the regulation refuses. A function of its arguments, cheap: a command waits for it. */
@FunctionalInterface
public interface ReplyLook {

    /** Sees nothing. */
    ReplyLook NONE = (text, kind, rules) -> List.of();

    /** In an order that is always the same. */
    List<BindingFinding> findings(String text, ReplyKind kind, ReplyRules rules);
}
