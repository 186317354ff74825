package otklik.reporting.stream;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the stream of changes. */
@Configuration(proxyBeanMethods = false)
@Import(StreamApi.class)
public class StreamConfiguration {

    @Bean
    ChangeListener changeListener(ConnectionFactory connections) {
        return new ChangeListener(connections);
    }
}
