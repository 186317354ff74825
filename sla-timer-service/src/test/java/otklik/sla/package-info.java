@NullMarked
package otklik.sla;

import org.jspecify.annotations.NullMarked;
