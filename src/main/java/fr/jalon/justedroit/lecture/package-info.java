/** Queries of the room: facts of the files as the domain reads them, under the perimeter of the agent. */
package fr.jalon.justedroit.lecture;
