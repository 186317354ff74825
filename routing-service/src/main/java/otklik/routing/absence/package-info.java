/** Who is away and who stands in: the work moves by itself, and back (VP-6, LP-5). */
@NullMarked
package otklik.routing.absence;

import org.jspecify.annotations.NullMarked;
