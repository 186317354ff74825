@NullMarked
package otklik.standalone.clauses;

import org.jspecify.annotations.NullMarked;
