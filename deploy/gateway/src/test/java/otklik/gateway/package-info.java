@NullMarked
package otklik.gateway;

import org.jspecify.annotations.NullMarked;
