@NullMarked
package otklik.sla.deadline;

import org.jspecify.annotations.NullMarked;
