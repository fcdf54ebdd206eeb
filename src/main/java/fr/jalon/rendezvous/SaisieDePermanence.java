package fr.jalon.rendezvous;

import fr.jalon.rendezvous.domaine.HorairesDePermanence;

/**
 * Opening hours, as an agent asks for them.
 *
 * @param lieu     id of the place, {@code null} when none is chosen
 * @param agent    who receives; may be empty when {@code referent} is given
 * @param referent id of the référent, or {@code null}
 */
public record SaisieDePermanence(Integer lieu, String agent, Integer referent, HorairesDePermanence horaires) {}
