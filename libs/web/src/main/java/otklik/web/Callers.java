package otklik.web;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Grant;
import reactor.core.publisher.Mono;

/** Gives a controller the {@link Caller} of the request: declare a parameter of that type. */
final class Callers implements HandlerMethodArgumentResolver {

    private final SingletonSupplier<Substitution> substitution;

    Callers(ObjectProvider<Substitution> substitutions) {
        substitution = SingletonSupplier.ofNullable(substitutions::getIfAvailable);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext().map(Callers::caller).flatMap(caller -> {
            Substitution known = substitution.get();
            return known == null ? Mono.just(caller) : known.withSubstituted(caller);
        });
    }

    private static Caller caller(SecurityContext context) {
        if (context.getAuthentication() != null && context.getAuthentication().getPrincipal() instanceof Jwt token) {
            return caller(token);
        }
        throw Problem.forbidden("Нужен токен доступа.");
    }

    static Caller caller(Jwt token) {
        String id = Objects.requireNonNullElse(token.getSubject(), "");
        List<String> grants = token.getClaimAsStringList(Caller.GRANTS_CLAIM);
        String name = token.getClaimAsString("name");
        return new Caller(
                id,
                name == null ? id : name,
                grants == null ? List.of() : grants.stream().map(Callers::grant).toList());
    }

    private static Grant grant(String text) {
        try {
            return Grant.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.forbidden("В токене непонятное право «" + text + "»: нужен вид role@jurisdiction/organ.");
        }
    }
}
