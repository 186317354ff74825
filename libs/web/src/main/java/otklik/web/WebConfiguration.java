package otklik.web;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import otklik.contracts.Json;

/**
 * The edge of a service. Everything needs a token, except health, metrics, the description of the API, and the callbacks of the networks,
 * which carry a secret of their own.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@Import({ProblemAnswers.class, DeadLetterApi.class})
public class WebConfiguration implements WebFluxConfigurer {

    private final ObjectProvider<Substitution> substitutions;

    WebConfiguration(ObjectProvider<Substitution> substitutions) {
        this.substitutions = substitutions;
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, ProblemAnswers problems, ReactiveJwtDecoder tokens, InstantSource time) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                // Otherwise each request makes a session that nobody needs, on another thread.
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .authorizeExchange(
                        paths -> paths.pathMatchers("/actuator/health/**", "/actuator/prometheus", "/actuator/info")
                                .permitAll()
                                .pathMatchers(HttpMethod.GET, "/api/*/openapi.json")
                                .permitAll()
                                .pathMatchers(HttpMethod.POST, "/callbacks/**")
                                .permitAll()
                                .anyExchange()
                                .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtDecoder(new KnownTokens(tokens, time)))
                        .authenticationEntryPoint((exchange, e) -> problems.write(exchange.getResponse(), noToken())))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (exchange, e) -> problems.write(exchange.getResponse(), noToken()))
                        .accessDeniedHandler((exchange, e) ->
                                problems.write(exchange.getResponse(), Problem.forbidden("Нужны другие права."))))
                .build();
    }

    @Bean
    UnreadableAddress unreadableAddress(ProblemAnswers problems) {
        return new UnreadableAddress(problems);
    }

    private static Problem noToken() {
        return new Problem(
                401,
                "unauthorized",
                "Нужно войти",
                "Нет токена доступа, он просрочен или выдан не тем, кому верит эта установка. Получите новый по адресу /oauth2/token.",
                null);
    }

    /** A figure of each of its filters for each request cost more than the filters, and nobody looks at them. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    LiveStreams liveStreams() {
        return new LiveStreams();
    }

    @Bean
    JsonMapperBuilderCustomizer ourJson() {
        return Json::configure;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new Callers(substitutions));
    }
}
