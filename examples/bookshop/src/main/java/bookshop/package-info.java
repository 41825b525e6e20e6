/** A small bookshop: what a real one would do over the network and on disk goes through two interfaces. */
package bookshop;
