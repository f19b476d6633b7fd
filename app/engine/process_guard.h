#pragma once

namespace trivsel::engine {

/** First thing in a program that opens a tablet: what it makes from here on is for its owner alone, and a
 * crash writes no memory to the disk: what is sealed there lies open here. Process-wide. */
void keepToItself();

} // namespace trivsel::engine
