package otklik.web;

import otklik.contracts.access.Caller;
import reactor.core.publisher.Mono;

/** Knows who stands in for whom (VP-6, LP-5). A service that declares such a bean gets every {@link Caller} with the grants of the absent. */
public interface Substitution {

    /** The caller with the grants of everybody the caller stands in for now, marked as such and behind the caller's own. */
    Mono<Caller> withSubstituted(Caller caller);
}
