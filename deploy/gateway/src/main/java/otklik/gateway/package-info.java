/** The one address people and programs see: routes to the services, serves the console, says kindly when something is down. */
@NullMarked
package otklik.gateway;

import org.jspecify.annotations.NullMarked;
