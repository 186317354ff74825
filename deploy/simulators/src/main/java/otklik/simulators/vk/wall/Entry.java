package otklik.simulators.vk.wall;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the journal of walls: the whole new state of one thing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Post.class, name = "post"),
    @JsonSubTypes.Type(value = Comment.class, name = "comment"),
    @JsonSubTypes.Type(value = Person.class, name = "person"),
    @JsonSubTypes.Type(value = Numbering.class, name = "numbering")
})
sealed interface Entry permits Post, Comment, Person, Numbering {}
