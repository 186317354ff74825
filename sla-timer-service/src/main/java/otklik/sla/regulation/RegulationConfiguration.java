package otklik.sla.regulation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import otklik.regulation.Regulations;

/** Wires the regulations that bind, and their API. */
@Configuration(proxyBeanMethods = false)
@Import({PreviewApi.class, RegulationApi.class})
public class RegulationConfiguration {

    @Bean
    Regulations regulations() {
        return Regulations.installed();
    }
}
