package fr.jalon.echanges.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of a list. @param suivant to send back as {@code curseur} for the next one, {@code null} on the last */
@Schema(description = "Une page de liste.")
record Page<T>(List<T> elements, @Schema(description = "À renvoyer dans « curseur » pour lire la suite ; null à la dernière page") String suivant) {}
