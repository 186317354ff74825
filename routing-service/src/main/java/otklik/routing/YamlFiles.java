package otklik.routing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the data files of the installation; a bad one stops the start with its name, line and what is wrong. */
final class YamlFiles {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private YamlFiles() {}

    /** @param pattern a Spring resource pattern, e.g. {@code file:/etc/otklik/directory/*.yaml} */
    static <T> List<T> read(String pattern, Class<T> type) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .map(file -> read(file, type))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("no files at " + pattern + ": " + e.getMessage(), e);
        }
    }

    private static <T> T read(Resource file, Class<T> type) {
        try (InputStream content = file.getInputStream()) {
            return MAPPER.readValue(content, type);
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(file.getDescription() + ": " + e.getMessage(), e);
        }
    }
}
