package otklik.web;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses addresses that hold U+0000, in the path or in a parameter: no name, number or word has it, and PostgreSQL cannot even compare with it. The
 * one place for that, so that no query has to think of it.
 */
final class UnreadableAddress implements WebFilter {

    private static final String NOTHING = "%00";

    private final ProblemAnswers problems;

    UnreadableAddress(ProblemAnswers problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getURI().toASCIIString().contains(NOTHING)
                ? problems.write(
                        exchange.getResponse(),
                        Problem.badRequest(
                                "unreadable",
                                "Запрос не удалось прочитать",
                                "В адресе запроса есть символ U+0000 (%00). Уберите его."))
                : chain.filter(exchange);
    }
}
