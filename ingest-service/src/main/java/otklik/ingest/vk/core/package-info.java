/** What a callback of VK means. */
@NullMarked
package otklik.ingest.vk.core;

import org.jspecify.annotations.NullMarked;
