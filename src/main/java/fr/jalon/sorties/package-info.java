/**
 * The exits of a person from the RSA and her returns to work: told by her, by who follows her, or seen in the file of the payer; the calls at six
 * and twelve
 * months that ask what became of her, with or without an account; her return into the RSA ({@code decisions/0039}).
 */
@org.springframework.modulith.ApplicationModule
package fr.jalon.sorties;
