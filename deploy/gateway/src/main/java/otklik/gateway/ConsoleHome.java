package otklik.gateway;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Leads the bare address to the console's first page: the resource handler takes no empty path. */
@Component
class ConsoleHome implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().pathWithinApplication().value().equals("/")) {
            return chain.filter(exchange);
        }
        var home = exchange.getRequest().mutate().path("/" + ConsolePages.INDEX).build();
        return chain.filter(exchange.mutate().request(home).build());
    }
}
