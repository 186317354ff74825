package otklik.gateway;

import java.net.URI;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which path goes to which service. What no route takes is the console's. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder, GatewaySettings settings) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        route(routes, "ingest", settings.ingest(), "/api/ingest/**", "/callbacks/**");
        route(routes, "routing", settings.routing(), "/api/routing/**");
        route(routes, "sla", settings.sla(), "/api/sla/**");
        route(routes, "publisher", settings.publisher(), "/api/publisher/**");
        route(routes, "reports", settings.reports(), "/api/reports/**");
        route(
                routes,
                "identity",
                settings.identity(),
                "/oauth2/**",
                "/login/**",
                "/logout",
                "/userinfo",
                "/.well-known/**",
                "/connect/**");
        return routes.build();
    }

    /** The service sees the address the caller used, so that no redirect leads past the gateway. */
    private static void route(RouteLocatorBuilder.Builder routes, String service, URI to, String... paths) {
        routes.route(
                service,
                route -> route.path(paths)
                        .filters(filters -> filters.preserveHostHeader())
                        .uri(to));
    }
}
