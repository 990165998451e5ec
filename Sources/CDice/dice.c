#include "dice.h"

int dice_width(void) { return 64; }
