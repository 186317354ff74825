@NullMarked
package otklik.sla.deadline.core;

import org.jspecify.annotations.NullMarked;
