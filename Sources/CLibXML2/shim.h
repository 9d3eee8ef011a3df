#include <libxml/xmlversion.h>

// Where libxml2 was built with ICU, its headers bring in the system's, and the types of that one differ from those of the ICU inside Foundation: the compiler refuses a program that sees both. Nothing
// here asks libxml2 for a converter of ICU, and only structures Swift never makes or measures hold one.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
