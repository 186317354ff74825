package otklik.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.mock.env.MockEnvironment;

class WakeFilterTest {

    private static final String GATEWAY = "org.springframework.cloud.gateway.config.GatewayAutoConfiguration";
    private static final String TOMCAT_REACTIVE =
            "org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration";
    private static final String R2DBC = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration";
    private static final String METRICS =
            "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration";

    @ParameterizedTest
    @CsvSource({
        GATEWAY + ", gateway, true",
        GATEWAY + ", routing, false",
        TOMCAT_REACTIVE + ", routing, false",
        TOMCAT_REACTIVE + ", identity, false",
        R2DBC + ", routing, true",
        R2DBC + ", sla, false",
        R2DBC + ", gateway, false",
        METRICS + ", sla, true"
    })
    void library_wakesOnlyWhereItIsWanted(String library, String part, boolean may) {
        assertThat(match(library, new MockEnvironment().withProperty(WakeFilter.PART, part)))
                .isEqualTo(may);
    }

    @Test
    void outsideTheStandalone_everythingMayWake() {
        assertThat(match(GATEWAY, new MockEnvironment())).isTrue();
    }

    @Test
    void rules_nameClassesThatAreThere() {
        for (String name : new String[] {GATEWAY, TOMCAT_REACTIVE, R2DBC, METRICS}) {
            assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
                    .as(name)
                    .isNotNull();
        }
    }

    private static boolean match(String library, MockEnvironment environment) {
        var filter = new WakeFilter();
        filter.setEnvironment(environment);
        return filter.match(new String[] {library}, mock(AutoConfigurationMetadata.class))[0];
    }
}
