/** A YAML file as typed values that remember their lines. Knows nothing of regulations. */
@NullMarked
package otklik.regulation.yaml;

import org.jspecify.annotations.NullMarked;
