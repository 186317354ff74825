package otklik.standalone.launch;

import org.springframework.context.ApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * One set of network threads for all applications of this JVM. An application that closes takes its own set with it, and the
 * library's default is a global one: the first to stop would silence all others. This one outlives each of them.
 */
final class SharedNetwork extends ReactorResourceFactory {

    static final String BEAN = "reactorResourceFactory";
    static final SharedNetwork INSTANCE = new SharedNetwork();

    private SharedNetwork() {
        super.start();
    }

    @Override
    public void setApplicationContext(ApplicationContext context) {
        // Belongs to none of them.
    }

    @Override
    public void afterPropertiesSet() {
        // Started once, by the constructor.
    }

    @Override
    public void start() {
        // Started once, by the constructor.
    }

    @Override
    public void stop() {
        // Ends with the process.
    }

    @Override
    public void destroy() {
        // Ends with the process.
    }
}
